/** How sure the recognition of a format is, in words. */
export const confidenceText = (confidence: 1 | 2 | 3): string => {
  switch (confidence) {
    case 1:
      return 'a guess';
    case 2:
      return 'likely';
    case 3:
      return 'certain';
  }
};
