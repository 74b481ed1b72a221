package io.throughline.app.confluence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the macro's parameters ask for. Values come from whoever edited the page, and Confluence delivers no defaults.
 *
 * @param asOf null for now
 */
record ScorecardQuestion(
        String plan, String groupBy, @Nullable LocalDate asOf) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,15}-[0-9]{1,18}");

    /** A parameter that says nothing one could ask for. */
    static final class Unclear extends Exception {
        private static final long serialVersionUID = 1L;

        /** Which parameter, and how; each has a text. */
        enum What {
            NO_PLAN,
            PLAN,
            GROUP_BY,
            AS_OF
        }

        private final What what;
        private final String value;

        Unclear(What what, String value) {
            super(what + " " + value);
            this.what = what;
            this.value = value;
        }

        What what() {
            return what;
        }

        String value() {
            return value;
        }
    }

    static ScorecardQuestion of(Map<String, String> parameters) throws Unclear {
        String plan = value(parameters, "plan");
        if (plan.isEmpty()) {
            throw new Unclear(Unclear.What.NO_PLAN, "");
        }
        if (!KEY.matcher(plan).matches()) {
            throw new Unclear(Unclear.What.PLAN, plan);
        }
        String groupBy = value(parameters, "groupBy").toUpperCase(Locale.ROOT);
        if (!groupBy.isEmpty() && !groupBy.equals("THEME") && !groupBy.equals("PERSPECTIVE")) {
            throw new Unclear(Unclear.What.GROUP_BY, value(parameters, "groupBy"));
        }
        return new ScorecardQuestion(
                plan.toUpperCase(Locale.ROOT), groupBy.isEmpty() ? "THEME" : groupBy, asOf(value(parameters, "asOf")));
    }

    private static @Nullable LocalDate asOf(String value) throws Unclear {
        try {
            return value.isEmpty() ? null : LocalDate.parse(value);
        } catch (DateTimeException notADate) {
            throw new Unclear(Unclear.What.AS_OF, value);
        }
    }

    private static String value(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    /** The path below Throughline's REST base; nothing in it needs encoding. */
    String path() {
        return "plans/" + plan + "/scorecard?groupBy=" + groupBy + (asOf == null ? "" : "&asOf=" + asOf);
    }
}
