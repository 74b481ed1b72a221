package io.throughline.app.confluence.sheet;

import com.atlassian.velocity.htmlsafe.HtmlSafe;
import io.throughline.app.confluence.picture.PictureView;
import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.SignalView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that such a macro prints. What is absent is empty or null.
 *
 * @param kind style class of the macro
 * @param name of the thing
 * @param url of its page in Jira
 * @param subtitle what this macro is, and where the thing stands
 * @param lead the sentence that says it
 * @param notice why numbers are missing
 * @param drawing SVG on screen, made by our own writer
 * @param picture the same painted, where SVG is not known
 */
public record SheetView(
        String kind,
        String name,
        String url,
        String subtitle,
        String lead,
        String notice,
        @Nullable SignalView signal,
        @Nullable OutcomeView outcome,
        @Nullable DeliveryView delivery,
        List<FigureView> figures,
        List<PartView> parts,
        List<FactView> facts,
        @HtmlSafe String drawing,
        @Nullable PictureView picture,
        List<TableView> tables) {

    /** Says step by step what a sheet has; whatever is not said is not on it. */
    public static final class Builder {
        private final String kind;
        private final String name;
        private final String url;
        private final String subtitle;
        private String lead = "";
        private String notice = "";
        private @Nullable SignalView signal;
        private @Nullable OutcomeView outcome;
        private @Nullable DeliveryView delivery;
        private String drawing = "";
        private @Nullable PictureView picture;
        private final List<FigureView> figures = new ArrayList<>();
        private final List<PartView> parts = new ArrayList<>();
        private final List<FactView> facts = new ArrayList<>();
        private final List<TableView> tables = new ArrayList<>();

        public Builder(String kind, String name, String url, String subtitle) {
            this.kind = kind;
            this.name = name;
            this.url = url;
            this.subtitle = subtitle;
        }

        public Builder lead(String words) {
            lead = words;
            return this;
        }

        public Builder notice(String words) {
            notice = words;
            return this;
        }

        public Builder blocks(
                @Nullable SignalView itsSignal, @Nullable OutcomeView itsOutcome, @Nullable DeliveryView itsDelivery) {
            signal = itsSignal;
            outcome = itsOutcome;
            delivery = itsDelivery;
            return this;
        }

        public Builder figure(String figure, String label, String note, String css) {
            figures.add(new FigureView(figure, label, note, css));
            return this;
        }

        public Builder part(String css, String width) {
            parts.add(new PartView(css, width));
            return this;
        }

        /** Left out when there is nothing to say. */
        public Builder fact(String label, String value, String itsUrl) {
            if (!value.isEmpty()) {
                facts.add(new FactView(label, value, itsUrl));
            }
            return this;
        }

        public Builder drawing(String svg) {
            drawing = svg;
            return this;
        }

        public Builder picture(@Nullable PictureView painted) {
            picture = painted;
            return this;
        }

        public Builder table(TableView table) {
            tables.add(table);
            return this;
        }

        public SheetView build() {
            return new SheetView(
                    kind,
                    name,
                    url,
                    subtitle,
                    lead,
                    notice,
                    signal,
                    outcome,
                    delivery,
                    List.copyOf(figures),
                    List.copyOf(parts),
                    List.copyOf(facts),
                    drawing,
                    picture,
                    List.copyOf(tables));
        }
    }
}
