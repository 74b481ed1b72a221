package io.throughline.app.confluence.pulse;

import io.throughline.app.confluence.pulse.Answer.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;

/**
 * What the readers of a page said, as far as it can be told without telling who said it.
 *
 * <p>How clear a page is, is told for no fewer than {@link #FEWEST} readers. Groups with fewer are told together; when all of them together
 * are still fewer, the smallest group that could be told joins them, since else the rest could be reckoned from the whole.
 *
 * @param read how many answered at all
 * @param all everybody who said how clear it is
 * @param groups in the order of the macro; the last, without a name, is everybody who is in none or in a small one
 * @param words questions first, then ideas, each by the alphabet, so that their order says nothing
 */
record PulseResult(int read, Clearness all, List<Clearness> groups, List<Answer> words) {
    /** Of fewer readers nothing is told by number. */
    static final int FEWEST = 5;

    /**
     * How clear a page is to some of its readers.
     *
     * @param group empty for the rest and for all
     * @param readers who said a number
     * @param mean 1 to 5, empty for fewer than {@link #FEWEST}
     */
    record Clearness(String group, int readers, OptionalDouble mean) {
        static Clearness of(String group, List<Integer> said) {
            return new Clearness(
                    group,
                    said.size(),
                    said.size() < FEWEST
                            ? OptionalDouble.empty()
                            : said.stream().mapToInt(Integer::intValue).average());
        }
    }

    /** @param isIn whether a user (by key) is in a group; who is in several counts in the first */
    static PulseResult of(List<Answer> answers, List<String> groups, BiPredicate<String, String> isIn) {
        Map<String, List<Integer>> said = new LinkedHashMap<>();
        groups.forEach(group -> said.put(group, new ArrayList<>()));
        List<Integer> rest = new ArrayList<>();
        List<Integer> everybody = new ArrayList<>();
        for (Answer answer : answers) {
            Integer clear = answer.clear();
            if (clear != null) {
                everybody.add(clear);
                groups.stream()
                        .filter(group -> isIn.test(answer.user(), group))
                        .findFirst()
                        .map(said::get)
                        .orElse(rest)
                        .add(clear);
            }
        }
        joinSmall(said, rest);
        List<Clearness> told = new ArrayList<>();
        said.forEach((group, numbers) -> told.add(Clearness.of(group, numbers)));
        if (!told.isEmpty() && !rest.isEmpty()) {
            told.add(Clearness.of("", rest));
        }
        return new PulseResult(answers.size(), Clearness.of("", everybody), told, words(answers));
    }

    private static void joinSmall(Map<String, List<Integer>> said, List<Integer> rest) {
        said.values().removeIf(numbers -> {
            boolean isSmall = numbers.size() < FEWEST;
            if (isSmall) {
                rest.addAll(numbers);
            }
            return isSmall;
        });
        while (!rest.isEmpty() && rest.size() < FEWEST && !said.isEmpty()) {
            String smallest = said.entrySet().stream()
                    .min(Comparator.comparingInt(group -> group.getValue().size()))
                    .orElseThrow()
                    .getKey();
            rest.addAll(said.remove(smallest));
        }
    }

    private static List<Answer> words(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> !answer.words().isEmpty())
                .sorted(Comparator.comparing((Answer answer) -> answer.kind() == Kind.IDEA)
                        .thenComparing(Answer::words))
                .toList();
    }
}
