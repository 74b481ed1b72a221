package io.throughline.core.formula;

/** What can be wrong with the text of a formula. */
public enum FormulaFault {
    /** Nothing is written. */
    EMPTY,
    /** It is longer than {@link Formula#LONGEST} characters. */
    TOO_LONG,
    /** Brackets lie deeper than {@link Formula#DEEPEST}. */
    TOO_DEEP,
    /** It ends where a number, a KPI key, a function or a bracket should follow. */
    ENDS_EARLY,
    /** Something stands where a number, a KPI key, a function or a bracket should. */
    NO_TERM,
    /** Something follows where the formula should end or an operator should stand. */
    NO_OPERATOR,
    /** A bracket is not closed. */
    NOT_CLOSED,
    /** A word that is neither a KPI key nor a function. */
    UNKNOWN_WORD,
    /** A function with too few or too many arguments. */
    ARGUMENTS,
    /** {@code if} without a comparison as its first argument. */
    NO_COMPARISON,
    /** A number that is none, such as {@code 1.2.3}. */
    NO_NUMBER
}
