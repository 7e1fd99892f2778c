/**
 * Where one delivery stands. `waiting`: due at its time. `sending`: a request may be under way; a process that finds it so
 * after another one died treats it as doubt. `doubt`: it may have been created; only looking tells. `needs-match`: a person
 * chooses the record. `needs-person`: given up, with the reason. `kept-here`: a person said that it goes nowhere.
 */
export type DeliveryState =
  | 'waiting'
  | 'sending'
  | 'doubt'
  | 'done'
  | 'needs-match'
  | 'needs-person'
  | 'kept-here'
  | 'removed';
