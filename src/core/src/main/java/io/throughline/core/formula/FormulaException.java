package io.throughline.core.formula;

/** A text that is no formula, with the place where it stops being one. */
public final class FormulaException extends Exception {
    private static final long serialVersionUID = 1L;

    private final FormulaFault fault;
    private final int position;
    private final String found;

    FormulaException(FormulaFault fault, int position, String found) {
        super(fault + " at " + position + ": " + found);
        this.fault = fault;
        this.position = position;
        this.found = found;
    }

    public FormulaFault fault() {
        return fault;
    }

    /** The first character that cannot be, counted from 1; one past the end where it ends early. */
    public int position() {
        return position;
    }

    /** What stands there; empty at the end. */
    public String found() {
        return found;
    }
}
