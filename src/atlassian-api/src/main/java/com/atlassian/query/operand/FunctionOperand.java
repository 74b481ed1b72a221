package com.atlassian.query.operand;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A function call.
 *
 * <p>Source: dossier 3.7 [V8]
 */
public class FunctionOperand implements Operand {
    private final String name;
    private final List<String> args;

    public FunctionOperand(String name, Collection<String> args) {
        this.name = Objects.requireNonNull(name);
        this.args = List.copyOf(args);
    }

    @Override
    public String getName() {
        return name;
    }

    public List<String> getArgs() {
        return args;
    }

    @Override
    public String getDisplayString() {
        return name + args.stream().map(arg -> '"' + arg + '"').collect(Collectors.joining(", ", "(", ")"));
    }
}
