/** Said to the operator as it is; the command ends with exit code 1. */
export class OperatorError extends Error {}
