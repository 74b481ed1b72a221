package io.throughline.app.confluence.macro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.app.confluence.drawing.Drawing;
import io.throughline.app.confluence.link.JiraReply;
import io.throughline.app.confluence.link.PageTime;
import io.throughline.app.confluence.picture.PictureView;
import io.throughline.app.web.Language;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One macro being rendered for one reader. Remembers what was read, for the footer. Used by one thread. */
public final class Rendering {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> HAVE_PAGES = Set.of("plans", "objectives", "kpis");

    private final Parameters parameters;
    private final Medium medium;
    private final Language language;
    private final MacroTools tools;
    private final PageTime time;
    private final @Nullable LocalDate asOf;
    private final List<Reading> readings = new ArrayList<>();
    private JiraReply.@Nullable Refusal instead;
    private JiraReply.@Nullable Jira jira;
    private @Nullable Question first;

    Rendering(Parameters parameters, Medium medium, Language language, MacroTools tools, PageTime time)
            throws UnclearParameter {
        this.parameters = parameters;
        this.medium = medium;
        this.language = language;
        this.tools = tools;
        this.time = time;
        this.asOf = parameters.date(StrategyMacro.AS_OF);
    }

    public Parameters parameters() {
        return parameters;
    }

    public Medium medium() {
        return medium;
    }

    /** The reader's. */
    public Language language() {
        return language;
    }

    /** The day whose end is shown, null for now: what every question about a past day takes as {@code asOf}. */
    public @Nullable LocalDate asOf() {
        return asOf;
    }

    /**
     * Asks Jira as the reader. A macro may ask several questions; the page's time is shared by all of them.
     *
     * @throws Unanswered to be left alone, unless the macro can do without this answer
     * @throws GarbledAnswer when it is no JSON object
     */
    public Reading ask(Question question) throws Unanswered {
        first = first == null ? question : first;
        JiraReply reply = tools.strategy().ask(question.path(), time);
        if (reply instanceof JiraReply.Refusal refusal) {
            throw new Unanswered(refusal, question.subject());
        }
        JiraReply.Body body = (JiraReply.Body) reply;
        jira = body.jira();
        Reading reading = new Reading(json(body), body.jira(), body.readAt());
        readings.add(reading);
        if (body.instead() != null) {
            instead = body.instead();
        }
        return reading;
    }

    /**
     * Paints a drawing for a medium without SVG. The template prints it if there is one, and its numbers as text in any
     * case.
     *
     * @return null on screen, where the drawing is SVG, in what is to last longer than any address, and where no picture can be kept
     */
    public @Nullable PictureView picture(Drawing drawing) {
        return medium.isScreen() || medium == Medium.PAGE
                ? null
                : tools.easel().paint(drawing, medium.lifeOfPictures()).orElse(null);
    }

    private static JsonNode json(JiraReply.Body body) {
        try {
            JsonNode json = JSON.readTree(body.bytes());
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw new GarbledAnswer(body.jira().url() + " answered something that is not JSON", e);
        }
        throw new GarbledAnswer(body.jira().url() + " answered no JSON object");
    }

    /** All answers so far, first one first. */
    List<Reading> readings() {
        return readings;
    }

    /** Whoever answered last; null before. */
    JiraReply.@Nullable Jira jira() {
        return jira;
    }

    /** Where people open what the macro shows, or the strategy where that has no page of its own. */
    String source() {
        if (jira == null) {
            return "";
        }
        return first == null || !HAVE_PAGES.contains(first.kind())
                ? jira.url() + "/plugins/servlet/throughline/plans"
                : jira.page(first.kind(), first.subject());
    }

    /** Why an answer so far is not newer, null where all are what Jira says. */
    JiraReply.@Nullable Refusal instead() {
        return instead;
    }
}
