package io.throughline.app.confluence.scorecard;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The last periods of a KPI as a line of 92 by 20 pixels on its own scale, the newest point in the colour of its health.
 *
 * @param tone style class of the newest point's health
 * @param points of the line, as SVG writes them
 * @param x of the newest point
 * @param y of the newest point
 */
public record TrendView(String tone, String points, String x, String y) {
    private static final double WIDTH = 88;
    private static final double HEIGHT = 16;
    private static final double EDGE = 2;

    /** @return null for fewer than two values: a point is no line */
    static @Nullable TrendView of(List<Double> values, String tone) {
        if (values.size() < 2) {
            return null;
        }
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double range = high > low ? high - low : 1;
        StringJoiner points = new StringJoiner(" ");
        String x = "";
        String y = "";
        for (int i = 0; i < values.size(); i++) {
            x = css(EDGE + i * WIDTH / (values.size() - 1));
            y = css(EDGE + HEIGHT - HEIGHT * (values.get(i) - low) / range);
            points.add(x + "," + y);
        }
        return new TrendView(tone, points.toString(), x, y);
    }

    private static String css(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }
}
