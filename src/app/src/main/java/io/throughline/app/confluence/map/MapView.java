package io.throughline.app.confluence.map;

import com.atlassian.velocity.htmlsafe.HtmlSafe;
import io.throughline.app.confluence.node.HeadView;
import io.throughline.app.confluence.picture.PictureView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A strategy map as the templates print it.
 *
 * @param svg the drawing; all texts in it are escaped
 * @param least pixels that the drawing needs to be read; on a narrower screen it scrolls, and on a phone the list stands for it
 * @param height pixels of the drawing, which is never drawn larger
 * @param picture the same for media without SVG; null on screen, and where there is no place for pictures
 * @param bands the same as a list, from top to bottom
 */
public record MapView(
        HeadView head,
        @HtmlSafe String svg,
        int least,
        int height,
        @Nullable PictureView picture,
        List<BandView> bands) {
    static final List<String> WORDS = List.of(
            "throughline.outcome",
            "throughline.delivery",
            "throughline.signal",
            "throughline.owner",
            "throughline.macro.map.objective",
            "throughline.macro.map.helps",
            "throughline.macro.map.none");
}
