package io.throughline.app.web;

import java.util.regex.Pattern;

/**
 * A piece of HTML as the code has it, with holes: {@code <dt>{}</dt>}. What is put into a hole is text and is escaped, in elements and in
 * quoted attributes alike; only {@link Html} goes in as it is. For what is drawn so often that a template would cost too much.
 */
public final class Markup {
    private static final Pattern HOLE = Pattern.compile("{}", Pattern.LITERAL);

    private final String[] around;
    private final int length;

    private Markup(String piece) {
        around = HOLE.split(piece, -1);
        length = piece.length();
    }

    /** @param piece written in the code, never put together: what is in it is not escaped */
    public static Markup of(String piece) {
        return new Markup(piece);
    }

    /**
     * The piece with its holes filled, from left to right.
     *
     * @throws IllegalArgumentException unless there is one filling for each hole
     */
    public Html with(Object... fillings) {
        if (fillings.length != around.length - 1) {
            throw new IllegalArgumentException(fillings.length + " fillings for " + (around.length - 1) + " holes in "
                    + String.join("{}", around));
        }
        StringBuilder html = new StringBuilder(2 * length).append(around[0]);
        for (int hole = 0; hole < fillings.length; hole++) {
            Object filling = fillings[hole];
            html.append(filling instanceof Html ? filling.toString() : Html.escaped(filling.toString()))
                    .append(around[hole + 1]);
        }
        return new Html(html.toString());
    }
}
