package com.atlassian.query.operand;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A list of operands in brackets.
 *
 * <p>Source: dossier 3.6 [S6]
 */
public class MultiValueOperand implements Operand {
    private final List<Operand> values;

    public MultiValueOperand(Collection<? extends Operand> values) {
        this.values = List.copyOf(values);
    }

    public List<Operand> getValues() {
        return values;
    }

    @Override
    public String getName() {
        return "MultiValueOperand";
    }

    @Override
    public String getDisplayString() {
        return values.stream().map(Operand::getDisplayString).collect(Collectors.joining(", ", "(", ")"));
    }
}
