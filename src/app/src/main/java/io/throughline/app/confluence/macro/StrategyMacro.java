package io.throughline.app.confluence.macro;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.macro.EditorImagePlaceholder;
import com.atlassian.confluence.macro.ImagePlaceholder;
import com.atlassian.confluence.macro.Macro;
import io.throughline.app.confluence.link.PageTime;
import io.throughline.app.web.Language;
import io.throughline.app.web.Reference;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A macro that shows strategy, as the reader may see it in Jira. A sub class says what it asks and what it shows:
 *
 * <pre>
 * protected List<Question> questions(Parameters parameters) throws UnclearParameter {
 *     return List.of(Question.of("kpis", parameters.key("kpi"), "card").with("asOf", parameters.date(AS_OF)));
 * }
 *
 * protected Shown show(Rendering page) throws UnclearParameter, Unanswered {
 *     Reading read = ask(page);
 *     return new Shown("kpi", new KpiPage(read, page.language()).view(), WORDS, List.of());
 * }
 * </pre>
 *
 * Everything else is here and the same for all: {@code asOf} and {@code pinned}, the frame, the footer, the notice for
 * whatever is wrong with parameters, link or Jira, and a reference for whatever is wrong with us. The page always renders.
 * One instance serves all pages: a sub class has no state.
 */
public abstract class StrategyMacro implements Macro, EditorImagePlaceholder {
    /** Parameter of every macro: a past day, empty for now. */
    public static final String AS_OF = "asOf";

    /** Parameter of every macro: the version of the strategy at which it was pinned. */
    public static final String PINNED = "pinned";

    /** Parameter of every macro: what it showed was called so when it was chosen. Said when it is gone. */
    public static final String NAME = "name";

    private static final Logger LOG = LoggerFactory.getLogger(StrategyMacro.class);

    private final String name;
    private final String style;
    private final MacroTools tools;

    /**
     * @param name in storage format
     * @param style key of the web-resource that it needs on screen
     */
    protected StrategyMacro(String name, String style, MacroTools tools) {
        this.name = name;
        this.style = style;
        this.tools = tools;
    }

    /**
     * What it is going to ask: known before, so that the first macro of a page asks for all of them.
     *
     * @throws UnclearParameter from {@link Parameters}, not to be caught
     */
    protected abstract List<Question> questions(Parameters parameters) throws UnclearParameter;

    /**
     * Asks and answers.
     *
     * @throws UnclearParameter from {@link Parameters}, not to be caught
     * @throws Unanswered from {@link Rendering#ask}, not to be caught unless the macro can do without
     * @throws GarbledAnswer when an answer lacks what the macro needs
     */
    protected abstract Shown show(Rendering page) throws UnclearParameter, Unanswered;

    /**
     * The answer to the first, mostly the only, of its questions.
     *
     * @throws Unanswered not to be caught unless the macro can do without
     */
    protected final Reading ask(Rendering page) throws UnclearParameter, Unanswered {
        return page.ask(questions(page.parameters()).get(0));
    }

    /** As pages store it. */
    public final String name() {
        return name;
    }

    @Override
    public final String execute(Map<String, String> parameters, String body, ConversionContext context) {
        try {
            Medium medium = Medium.of(context);
            if (medium.isScreen()) {
                // exports render on threads without a page, and their engines take no style sheet of ours
                tools.resources().require(style);
            }
            PageTime time =
                    PageTime.of(context, tools.budget(), () -> tools.siblings().questions(context));
            return rendered(parameters, medium, time).html();
        } catch (IOException | RuntimeException e) {
            String reference = Reference.next();
            LOG.error("A {} macro failed, reference {}", name, reference, e);
            return "<div class=\"aui-message aui-message-error error\">Throughline: ref " + reference + "</div>";
        }
    }

    /**
     * The macro as plain content of a page, as whoever acts may see it: no macro of ours is needed to show it.
     *
     * @throws NotShown when there is a notice instead, or only an old copy
     * @throws IOException when it cannot be rendered
     */
    public final String asPageContent(Map<String, String> parameters) throws NotShown, IOException {
        Rendered rendered = rendered(parameters, Medium.PAGE, new PageTime(tools.budget()));
        if (rendered.notice() != null) {
            throw new NotShown(rendered.notice());
        }
        return rendered.html();
    }

    /**
     * What became of a macro.
     *
     * @param notice in its place or above it, null when it shows what Jira says
     */
    record Rendered(String html, @Nullable NoticeView notice) {}

    private Rendered rendered(Map<String, String> parameters, Medium medium, PageTime time) throws IOException {
        Language language = tools.languages().ofReader();
        Frame frame = new Frame(tools.templates(), language, medium);
        Notices notices = new Notices(language, name);
        try {
            Rendering page = new Rendering(new Parameters(parameters), medium, language, tools, time);
            return rendered(page, frame, notices, Fingerprint.of(name, parameters));
        } catch (UnclearParameter unclear) {
            return frame.around(notices.of(unclear));
        } catch (Unanswered unanswered) {
            return frame.around(
                    notices.of(unanswered, parameters.getOrDefault(NAME, "").strip()));
        }
    }

    private Rendered rendered(Rendering page, Frame frame, Notices notices, String fingerprint)
            throws IOException, UnclearParameter, Unanswered {
        try {
            return frame.around(show(page), page, notices, fingerprint);
        } catch (GarbledAnswer garbled) {
            LOG.warn("A {} macro was answered something else", name, garbled);
            return frame.around(notices.garbled(page.jira()));
        }
    }

    @Override
    public final ImagePlaceholder getImagePlaceholder(Map<String, String> parameters, ConversionContext context) {
        return MacroPlaceholder.of(name, parameters);
    }

    @Override
    public final BodyType getBodyType() {
        return BodyType.NONE;
    }

    @Override
    public final OutputType getOutputType() {
        return OutputType.BLOCK;
    }
}
