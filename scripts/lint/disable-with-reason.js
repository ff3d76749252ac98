/** A rule may be switched off where it is wrong, but not without a word why: `eslint-disable-next-line rule -- reason`. */
export const disableWithReason = {
  meta: { type: 'suggestion', messages: { missing: 'Say why: `eslint-disable-… rule -- reason`.' }, schema: [] },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const isSilent = /^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S{3}/.test(comment.value);
          if (isSilent) context.report({ loc: comment.loc, messageId: 'missing' });
        }
      },
    };
  },
};
