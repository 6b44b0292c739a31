/** Home: doors, projects, what is in the project. */
export const home = {
  title: 'Home',
};
