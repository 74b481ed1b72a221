package io.throughline.core.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    /** KPI-3 has no value. */
    private static final Map<String, Double> VALUES = Map.of("KPI-1", 15.2, "KPI-2", 80.0, "KPI-4", -3.0, "KPI-5", 0.0);

    private static Double value(String text) throws FormulaException {
        return Formula.parse(text).value(VALUES::get);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | 5",
                " 1.5 | 1.5",
                ".5 | 0.5",
                "2e3 | 2000",
                "KPI-1 | 15.2",
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "10 - 4 - 3 | 3",
                "24 / 4 / 3 | 2",
                "-2 + 5 | 3",
                "--2 | 2",
                "2 * -3 | -6",
                "- (2 + 3) | -5",
                "KPI-2-KPI-1 | 64.8",
                "KPI-2 - KPI-1 | 64.8",
                "KPI-2--1 | 81",
                "KPI-4 * KPI-4 | 9",
                "round(100 * KPI-1 / KPI-2, 1) | 19",
                "min(3, KPI-4, 7) | -3",
                "max(3, KPI-4, 7) | 7",
                "avg(1, 2, 6) | 3",
                "AVG(4) | 4",
                "abs(KPI-4) | 3",
                "round(2.5) | 3",
                "round(-2.5) | -3",
                "round(2.449, 1) | 2.4",
                "round(1234, -2) | 1200",
                "if(KPI-1 < KPI-2, 1, 2) | 1",
                "if(KPI-1 > KPI-2, 1, 2) | 2",
                "if(2 <= 2, 1, 0) | 1",
                "if(3 <= 2, 1, 0) | 0",
                "if(2 >= 2, 1, 0) | 1",
                "if(1 >= 2, 1, 0) | 0",
                "if(2 = 2, 1, 0) | 1",
                "if(2 = 3, 1, 0) | 0",
                "if(2 != 2, 1, 0) | 0",
                "if(2 != 3, 1, 0) | 1",
                "if(2 < 2, 1, 0) | 0",
                "if(2 > 2, 1, 0) | 0",
                "if(KPI-5 = 0, 7, KPI-1 / KPI-5) | 7",
                "if(1 < 2, 7, KPI-3) | 7",
            })
    void aFormulaHasAValue(String text, double expected) throws FormulaException {
        assertThat(value(text)).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "KPI-3",
                "KPI-99",
                "1 + KPI-3",
                "KPI-3 * 0",
                "-KPI-3",
                "min(1, KPI-3)",
                "avg(KPI-3, 1)",
                "if(KPI-3 < 1, 1, 2)",
                "if(1 < KPI-3, 1, 2)",
                "if(1 < 2, KPI-3, 2)",
                "1 / 0",
                "KPI-1 / KPI-5",
                "0 / 0",
                "1e300 * 1e300",
                "avg(1e308, 1e308)",
            })
    void whatNeedsAMissingValueIsMissing(String text) throws FormulaException {
        assertThat(value(text)).isNull();
    }

    @ParameterizedTest(name = "{0}: {1} at {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | EMPTY | 1 | ''",
                "'   ' | EMPTY | 4 | ''",
                "1 + | ENDS_EARLY | 4 | ''",
                "(1 + 2 | NOT_CLOSED | 7 | ''",
                "1 2 | NO_OPERATOR | 3 | 2",
                "KPI-1 KPI-2 | NO_OPERATOR | 7 | KPI",
                "1 + ) | NO_TERM | 5 | )",
                "1 + * 2 | NO_TERM | 5 | *",
                "KPI-2 / profit | UNKNOWN_WORD | 9 | profit",
                "kpi-2 | UNKNOWN_WORD | 1 | kpi",
                "OBJ-1 | UNKNOWN_WORD | 1 | OBJ",
                "exec(1) | UNKNOWN_WORD | 1 | exec",
                "min() | ARGUMENTS | 1 | min",
                "abs(1, 2) | ARGUMENTS | 1 | abs",
                "1 + round(1, 2, 3) | ARGUMENTS | 5 | round",
                "min | ENDS_EARLY | 4 | ''",
                "min 1 | NO_TERM | 5 | 1",
                "min(1 | NOT_CLOSED | 6 | ''",
                "min(1,) | NO_TERM | 7 | )",
                "if(1, 2, 3) | NO_COMPARISON | 5 | ','",
                "if(1 < 2, 3) | ARGUMENTS | 12 | )",
                "if(1 < 2 | ENDS_EARLY | 9 | ''",
                "if(1 < 2, 3, 4, 5) | NO_OPERATOR | 15 | ','",
                "1 < 2 | NO_OPERATOR | 3 | <",
                "1.2.3 | NO_NUMBER | 1 | 1.2.3",
                ". | NO_NUMBER | 1 | .",
                "1e999 | NO_NUMBER | 1 | 1e999",
                "1,5 | NO_OPERATOR | 2 | ','",
                "'KPI-1; drop' | NO_OPERATOR | 6 | ;",
                "1) | NO_OPERATOR | 2 | )",
            })
    void aTextThatIsNoneSaysWhereAndWhy(String text, FormulaFault fault, int position, String found) {
        assertThatThrownBy(() -> Formula.parse(text)).isInstanceOfSatisfying(FormulaException.class, e -> {
            assertThat(e.fault()).isEqualTo(fault);
            assertThat(e.position()).isEqualTo(position);
            assertThat(e.found()).isEqualTo(found);
        });
    }

    @Test
    void lengthAndDepthHaveLimits() throws FormulaException {
        assertThat(value(" ".repeat(Formula.LONGEST - 1) + "1")).isEqualTo(1);
        assertThatThrownBy(() -> Formula.parse(" ".repeat(Formula.LONGEST) + "1"))
                .hasMessageContaining("TOO_LONG at " + (Formula.LONGEST + 1));
        int deep = Formula.DEEPEST;
        assertThat(value("(".repeat(deep) + "1" + ")".repeat(deep))).isEqualTo(1);
        assertThatThrownBy(() -> Formula.parse("(".repeat(deep + 1) + "1" + ")".repeat(deep + 1)))
                .hasMessageContaining("TOO_DEEP at " + (deep + 1));
        assertThat(value("(1)+".repeat(deep * 2) + "1")).isEqualTo(deep * 2 + 1);
        assertThat(value("-".repeat(900) + "1")).isEqualTo(1);
    }

    @Test
    void itKnowsTheKpisItNames() throws FormulaException {
        Formula formula = Formula.parse("if(KPI-7 < 2, KPI-3 / -KPI-1, max(KPI-3, KPI-12))");

        assertThat(formula.keys()).containsExactly("KPI-7", "KPI-3", "KPI-1", "KPI-12");
        assertThat(formula).hasToString("if(KPI-7 < 2, KPI-3 / -KPI-1, max(KPI-3, KPI-12))");
    }

    /** A second way to the same number: the terms are made together with their values, spaces at random. */
    @Test
    void randomFormulasHaveTheValueTheyWereMadeWith() throws FormulaException {
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            Made made = make(random, 5);
            assertThat(value(made.text))
                    .as(made.text)
                    .isCloseTo(made.value, within(1e-9 * Math.max(1, Math.abs(made.value))));
        }
    }

    private record Made(String text, double value) {}

    private static Made make(Random random, int depth) {
        String blank = " ".repeat(random.nextInt(2));
        if (depth == 0 || random.nextInt(4) == 0) {
            int number = random.nextInt(100);
            return random.nextBoolean() ? new Made(blank + number, number) : new Made("KPI-2" + blank, 80);
        }
        Made left = make(random, depth - 1);
        Made right = make(random, depth - 1);
        return switch (random.nextInt(6)) {
            case 0 -> new Made("(" + left.text + "+" + blank + right.text + ")", left.value + right.value);
            case 1 -> new Made("(" + left.text + "-" + blank + right.text + ")", left.value - right.value);
            case 2 -> new Made("(" + left.text + "*" + blank + right.text + ")", left.value * right.value);
            case 3 -> new Made("min(" + left.text + "," + right.text + ")", Math.min(left.value, right.value));
            case 4 ->
                new Made(
                        "if(" + left.text + "<" + right.text + "," + left.text + ",1)",
                        left.value < right.value ? left.value : 1);
            default -> new Made("-abs(" + left.text + ")", -Math.abs(left.value));
        };
    }
}
