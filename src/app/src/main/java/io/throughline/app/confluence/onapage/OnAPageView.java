package io.throughline.app.confluence.onapage;

import io.throughline.app.confluence.node.HeadView;
import java.util.List;

/**
 * A plan on a page as the templates print it.
 *
 * @param vision empty for none
 * @param changedTitle {@code Changed since 30 September 2026}
 * @param unchanged what is said instead of changes, empty where there are some
 * @param calm what is said when nothing is behind, empty where something is
 */
public record OnAPageView(
        HeadView head,
        String vision,
        List<RowView> rows,
        String changedTitle,
        List<ChangeView> changes,
        String unchanged,
        List<LookView> first,
        String calm) {
    static final List<String> WORDS = List.of(
            "throughline.outcome",
            "throughline.delivery",
            "throughline.signal",
            "throughline.legend.good",
            "throughline.legend.warn",
            "throughline.legend.bad",
            "throughline.legend.none",
            "throughline.legend.tick",
            "throughline.legend.signal",
            "throughline.macro.onapage.work",
            "throughline.macro.onapage.first",
            "throughline.macro.onapage.new",
            "throughline.macro.onapage.now",
            "throughline.macro.onapage.gone");
}
