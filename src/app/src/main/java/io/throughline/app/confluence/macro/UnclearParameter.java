package io.throughline.app.confluence.macro;

import java.io.Serializable;

/** A macro parameter that says nothing one could ask for. Becomes a notice that names it. */
public final class UnclearParameter extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it; each has a text. */
    enum Wrong {
        MISSING,
        NO_KEY,
        NO_CHOICE,
        NO_DATE,
        NO_NUMBER
    }

    private final String parameter;
    private final Wrong wrong;
    private final Serializable[] facts;

    /** @param facts the value first, then what is allowed */
    UnclearParameter(String parameter, Wrong wrong, Serializable... facts) {
        super(parameter + " " + wrong);
        this.parameter = parameter;
        this.wrong = wrong;
        this.facts = facts.clone();
    }

    String parameter() {
        return parameter;
    }

    Wrong wrong() {
        return wrong;
    }

    Serializable[] facts() {
        return facts.clone();
    }
}
