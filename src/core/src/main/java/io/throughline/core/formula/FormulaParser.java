package io.throughline.core.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of one formula, from left to right, by the grammar that {@link Formula} gives. */
final class FormulaParser {
    private static final Pattern KEY = Pattern.compile("KPI-[0-9]{1,18}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9.][0-9.]*(?:[eE][0-9]+)?");

    private final String text;
    private int at;
    private int depth;

    FormulaParser(String text) {
        this.text = text;
    }

    Term parse() throws FormulaException {
        skipBlanks();
        if (isAtEnd()) {
            throw fault(FormulaFault.EMPTY);
        }
        Term term = sum();
        if (!isAtEnd()) {
            throw fault(FormulaFault.NO_OPERATOR);
        }
        return term;
    }

    private Term sum() throws FormulaException {
        Term left = product();
        while (is('+') || is('-')) {
            char sign = take();
            left = new Term.Pair(sign, left, product());
        }
        return left;
    }

    private Term product() throws FormulaException {
        Term left = sign();
        while (is('*') || is('/')) {
            char sign = take();
            left = new Term.Pair(sign, left, sign());
        }
        return left;
    }

    private Term sign() throws FormulaException {
        boolean negative = false;
        while (is('-')) {
            take();
            negative = !negative;
        }
        Term term = term();
        return negative ? new Term.Negated(term) : term;
    }

    private Term term() throws FormulaException {
        if (isAtEnd()) {
            throw fault(FormulaFault.ENDS_EARLY);
        }
        if (is('(')) {
            open();
            Term inside = sum();
            close();
            return inside;
        }
        Optional<String> number = next(NUMBER);
        if (number.isPresent()) {
            return constant(number.get());
        }
        Optional<String> key = next(KEY);
        if (key.isPresent()) {
            moveBy(key.get());
            return new Term.Reference(key.get());
        }
        Optional<String> word = next(WORD);
        if (word.isEmpty()) {
            throw fault(FormulaFault.NO_TERM);
        }
        return call(word.get());
    }

    private Term constant(String number) throws FormulaException {
        try {
            double value = Double.parseDouble(number);
            if (!Double.isFinite(value)) {
                throw fault(FormulaFault.NO_NUMBER);
            }
            moveBy(number);
            return new Term.Constant(value);
        } catch (NumberFormatException e) {
            throw fault(FormulaFault.NO_NUMBER);
        }
    }

    private Term call(String word) throws FormulaException {
        Optional<FormulaFunction> function = FormulaFunction.named(word);
        boolean isChoice = word.equalsIgnoreCase("if");
        if (function.isEmpty() && !isChoice) {
            throw fault(FormulaFault.UNKNOWN_WORD);
        }
        int start = at;
        moveBy(word);
        if (!is('(')) {
            throw fault(isAtEnd() ? FormulaFault.ENDS_EARLY : FormulaFault.NO_TERM);
        }
        open();
        Term term = isChoice ? choice() : new Term.Call(function.orElseThrow(), arguments(function.get(), word, start));
        close();
        return term;
    }

    private List<Term> arguments(FormulaFunction function, String word, int start) throws FormulaException {
        List<Term> arguments = new ArrayList<>();
        if (!is(')')) {
            arguments.add(sum());
        }
        while (is(',')) {
            take();
            arguments.add(sum());
        }
        if (arguments.size() < function.least || arguments.size() > function.most) {
            throw new FormulaException(FormulaFault.ARGUMENTS, start + 1, word);
        }
        return arguments;
    }

    private Term choice() throws FormulaException {
        Term left = sum();
        Comparison comparison = comparison();
        Term right = sum();
        comma();
        Term then = sum();
        comma();
        return new Term.Choice(comparison, left, right, then, sum());
    }

    private Comparison comparison() throws FormulaException {
        for (Comparison each : Comparison.values()) {
            if (text.startsWith(each.sign, at)) {
                moveBy(each.sign);
                return each;
            }
        }
        throw fault(FormulaFault.NO_COMPARISON);
    }

    private void comma() throws FormulaException {
        if (!is(',')) {
            throw fault(isAtEnd() ? FormulaFault.ENDS_EARLY : FormulaFault.ARGUMENTS);
        }
        take();
    }

    private void open() throws FormulaException {
        depth++;
        if (depth > Formula.DEEPEST) {
            throw fault(FormulaFault.TOO_DEEP);
        }
        take();
    }

    private void close() throws FormulaException {
        if (!is(')')) {
            throw fault(isAtEnd() ? FormulaFault.NOT_CLOSED : FormulaFault.NO_OPERATOR);
        }
        depth--;
        take();
    }

    private boolean is(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private char take() {
        char taken = text.charAt(at);
        at++;
        skipBlanks();
        return taken;
    }

    private void moveBy(String taken) {
        at += taken.length();
        skipBlanks();
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean isAtEnd() {
        return at >= text.length();
    }

    private Optional<String> next(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private FormulaException fault(FormulaFault fault) {
        String found = next(WORD).or(() -> next(NUMBER)).orElse(isAtEnd() ? "" : text.substring(at, at + 1));
        return new FormulaException(fault, at + 1, found);
    }
}
