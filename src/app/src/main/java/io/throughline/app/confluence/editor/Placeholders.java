package io.throughline.app.confluence.editor;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import io.throughline.app.confluence.drawing.Canvas;
import io.throughline.app.confluence.drawing.Drawing;
import io.throughline.app.confluence.drawing.Ink;
import io.throughline.app.confluence.drawing.Lettering;
import io.throughline.app.confluence.drawing.PngWriter;
import io.throughline.app.confluence.drawing.Point;
import io.throughline.app.confluence.drawing.Style;
import io.throughline.app.confluence.macro.MacroPlaceholder;
import io.throughline.app.confluence.macro.StrategyMacro;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The picture that stands for a macro while its page is edited: which macro it is, what it is about and as of when. All of it stands
 * in the address, which the macro wrote; Jira is not asked.
 */
@ConfluenceComponent
public class Placeholders {
    private static final int LONGEST = 200;
    private static final double LEFT = 52;
    private static final double TEXT = MacroPlaceholder.WIDTH - LEFT - 16;

    private final Set<String> macros;
    private final Languages languages;

    @Inject
    public Placeholders(List<StrategyMacro> macros, Languages languages) {
        this.macros = macros.stream().map(StrategyMacro::name).collect(Collectors.toUnmodifiableSet());
        this.languages = languages;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String macro = request.getParameter("macro");
        if (macro == null || !macros.contains(macro)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Drawing drawing =
                drawing(macro, request.getParameter("key"), request.getParameter("name"), request.getParameter("asOf"));
        response.setContentType("image/png");
        response.getOutputStream().write(PngWriter.write(drawing));
    }

    /** @param asOf a day; what is none is left out, as the macro itself says what is wrong with it */
    Drawing drawing(String macro, @Nullable String key, @Nullable String name, @Nullable String asOf) {
        Language language = languages.ofReader();
        String title = language.text("io.throughline.strategy." + macro + ".label");
        String subject =
                Stream.of(cut(key), cut(name)).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
        String about = subject.isEmpty() ? language.text("throughline.macro.placeholder.empty") : subject;
        String day = day(asOf, language);
        Canvas canvas = new Canvas()
                .box(
                        0.5,
                        0.5,
                        MacroPlaceholder.WIDTH - 1,
                        MacroPlaceholder.HEIGHT - 1,
                        4,
                        Style.filled(Ink.SUNKEN).outlined(Ink.LINE, 1));
        sign(canvas);
        canvas.fitted(LEFT, 24, title, Lettering.of(14, 600, Ink.TEXT), TEXT, 1, 0)
                .fitted(LEFT, 43, about, Lettering.of(12, 400, Ink.SECONDARY), TEXT, 1, 0)
                .fitted(LEFT, 60, day, Lettering.of(12, 400, Ink.SECONDARY), TEXT, 1, 0);
        return canvas.drawing(MacroPlaceholder.WIDTH, MacroPlaceholder.HEIGHT, title, about);
    }

    /** A line through three levels: work, objective, plan. */
    private static void sign(Canvas canvas) {
        canvas.polyline(
                List.of(new Point(18, 52), new Point(26, 37), new Point(34, 22)), 0, Style.stroked(Ink.WORK, 2));
        for (Point end : List.of(new Point(18, 52), new Point(26, 37), new Point(34, 22))) {
            canvas.circle(end.x(), end.y(), 4, Style.filled(Ink.WORK).outlined(Ink.GROUND, 1));
        }
    }

    private static String day(@Nullable String asOf, Language language) {
        try {
            return asOf == null ? "" : language.text("throughline.macro.asOf", language.date(LocalDate.parse(asOf)));
        } catch (DateTimeException noDay) {
            return "";
        }
    }

    private static String cut(@Nullable String text) {
        String whole = Objects.requireNonNullElse(text, "").strip();
        return whole.substring(
                0, whole.offsetByCodePoints(0, Math.min(LONGEST, whole.codePointCount(0, whole.length()))));
    }
}
