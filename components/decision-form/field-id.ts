/** The id of the control that a problem's field names, so that a problem can lead to it ("options.<id>.good" and the like). */
export function fieldId(field: string): string {
  return `decision-${field.replaceAll('.', '-')}`;
}
