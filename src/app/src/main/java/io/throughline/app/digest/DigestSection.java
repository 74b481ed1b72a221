package io.throughline.app.digest;

import java.util.List;

/**
 * Lines of one kind.
 *
 * @param more where the rest is, empty when all are named
 */
public record DigestSection(String title, List<DigestLine> lines, String more, String moreUrl) {
    public DigestSection {
        lines = List.copyOf(lines);
    }
}
