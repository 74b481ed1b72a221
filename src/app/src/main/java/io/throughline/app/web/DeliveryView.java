package io.throughline.app.web;

import org.jspecify.annotations.Nullable;

/**
 * How far the linked work is, ready to print. The same parts as {@link OutcomeView}, with what is in progress.
 *
 * @param tone style class of the health: good, warn, bad, none, done
 * @param shape character that stays when colours and style sheets are gone
 * @param word {@code On track}
 * @param figure progress as whole percent, {@code –} without work
 * @param known whether there is work; without, a dashed line is drawn
 * @param fill length of the done part as CSS
 * @param started length of the part in progress, which begins where {@code fill} ends, as CSS
 * @param tick place of the expected tick as CSS, empty for none
 * @param expected {@code 58% expected}, empty for none
 * @param sizes {@code 328 of 522 pts}, empty without work
 * @param spoken the bar for those who hear it
 */
public record DeliveryView(
        String tone,
        String shape,
        String word,
        String figure,
        boolean known,
        String fill,
        String started,
        String tick,
        String expected,
        String sizes,
        String spoken) {

    /**
     * @param health a delivery health of the contract, such as AT_RISK
     * @param progress ratio, null without work
     * @param expected ratio, null for none
     * @param sizes total, done and in progress in the plan's measure
     */
    public static DeliveryView of(
            Language language, String health, @Nullable Double progress, @Nullable Double expected, Sizes sizes) {
        Tone tone = switch (health) {
            case "DONE" -> Tone.DONE;
            case "ON_TRACK" -> Tone.GOOD;
            case "AT_RISK" -> Tone.WARN;
            case "OFF_TRACK" -> Tone.BAD;
            default -> Tone.NONE;
        };
        String word = language.text("throughline.delivery.health." + health);
        boolean known = progress != null && sizes.total() > 0;
        if (!known) {
            String spoken = language.text("throughline.delivery.spoken.none", word);
            return new DeliveryView(tone.css(), tone.shape(), word, Figures.NOTHING, false, "", "", "", "", "", spoken);
        }
        String figure = language.percent(progress);
        String tick = expected == null ? "" : Figures.css(expected);
        String wanted = expected == null ? "" : language.text("throughline.bar.expected", language.percent(expected));
        return new DeliveryView(
                tone.css(),
                tone.shape(),
                word,
                figure,
                true,
                Figures.css(progress),
                // the rest is to do: what is in progress never reaches over the end of the bar
                Figures.css(Math.min(sizes.inProgress() / sizes.total(), 1 - Math.max(0, Math.min(1, progress)))),
                tick,
                wanted,
                sizes.words(language),
                Figures.sentence(language.text("throughline.delivery.spoken", figure, word), wanted));
    }

    /**
     * Sizes of work.
     *
     * @param measure COUNT, STORY_POINTS or ORIGINAL_ESTIMATE (then in seconds)
     */
    public record Sizes(double total, double done, double inProgress, String measure) {
        /** {@code 328 of 522 pts}. */
        String words(Language language) {
            return language.text(unit() + ".of", amount(language, done), amount(language, total));
        }

        /** This total as a part of a larger one: {@code 164 of 240 pts}. */
        public String share(Language language, double ofTotal) {
            return language.text(unit() + ".of", amount(language, total), amount(language, ofTotal));
        }

        /** {@code 328 pts}. */
        public String done(Language language) {
            String amount = amount(language, done);
            return language.text(amount.equals("1") ? unit() + ".single" : unit(), amount);
        }

        private String amount(Language language, double size) {
            return language.number(measure.equals("ORIGINAL_ESTIMATE") ? size / 3600 : size, 1);
        }

        private String unit() {
            return "throughline.size." + measure;
        }
    }
}
