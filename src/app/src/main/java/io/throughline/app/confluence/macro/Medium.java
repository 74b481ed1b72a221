package io.throughline.app.confluence.macro;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** On what a page is read, as far as it makes a difference to what may be drawn. */
public enum Medium {
    /** A browser, preview included: style sheets, SVG, scripts that add. */
    SCREEN,
    /** Tables and inline styles; no SVG, no style sheet of ours, and fonts without our shapes. */
    PDF,
    /** Tables and inline styles; no SVG. Also HTML exports. */
    WORD,
    /** As {@link #WORD}; also feeds, and the comparison of two versions. */
    MAIL,
    /** Content of a page that stays when the app is gone: as {@link #WORD}, without pictures. */
    PAGE;

    /** @param context null outside of a page, which is a screen */
    public static Medium of(@Nullable ConversionContext context) {
        String type = context == null ? null : context.getOutputType();
        if (type == null
                || type.equals(ConversionContextOutputType.DISPLAY.value())
                || type.equals(ConversionContextOutputType.PREVIEW.value())) {
            return SCREEN;
        }
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "pdf" -> PDF;
            case "word", "html_export" -> WORD;
            default -> MAIL;
        };
    }

    public boolean isScreen() {
        return this == SCREEN;
    }

    /**
     * How long the address of a picture works: an export fetches it at once, a mail when it is opened, and a mail has the
     * same numbers as text, for whoever has the mail, for good.
     */
    Duration lifeOfPictures() {
        return this == MAIL ? Duration.ofDays(3) : Duration.ofMinutes(10);
    }

    /**
     * Whether issues, projects and queries may be named. Everything else on a page is read with the reader's own rights; what is
     * frozen into it is read by everybody who may read the page, and not all of them may browse the same work.
     */
    public boolean namesWork() {
        return this != PAGE;
    }

    /** Whether its fonts have the shapes that stand beside colours (● ▲ ◆ ○); words always say the same. */
    public boolean hasShapes() {
        return this != PDF;
    }
}
