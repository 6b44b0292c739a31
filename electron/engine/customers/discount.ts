/** Interest a year with which later margins count less. */
export const yearlyDiscount = 0.1;
