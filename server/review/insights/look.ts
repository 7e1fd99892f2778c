import styles from './chart.module.css';

/** A class of the charts' styles, by name. */
export function look(name: string): string {
  return styles[name] ?? '';
}
