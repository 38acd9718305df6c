// The views of the screen, with the second key that leads to each by default.
export const VIEWS = [
  {name: 'trade', label: 'Trade', key: 't'},
  {name: 'profit', label: 'Profit', key: 'p'},
  {name: 'trades', label: 'Trades', key: 'd'},
  {name: 'strategies', label: 'Strategies', key: 'y'},
  {name: 'activity', label: 'Activity', key: 'a'},
  {name: 'audit', label: 'Audit', key: 'u'},
  {name: 'notifications', label: 'Notifications', key: 'n'},
  {name: 'health', label: 'Health', key: 'h'},
  {name: 'risk', label: 'Risk', key: 'r'},
  {name: 'simulator', label: 'Simulator', key: 's'},
  {name: 'settings', label: 'Settings', key: 'e'},
];
