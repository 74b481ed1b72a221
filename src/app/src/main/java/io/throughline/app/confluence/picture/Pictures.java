package io.throughline.app.confluence.picture;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import io.throughline.app.confluence.drawing.Drawing;
import io.throughline.app.confluence.drawing.PngWriter;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives pictures an address that works without a login: one picture, one reader's view, and nothing after its time. The
 * address names a file and the instant of its end, both signed; whoever has it can see that picture and learn nothing else.
 *
 * @see "ADR 016: pictures for exports"
 */
@ConfluenceComponent
public class Pictures {
    /** Below {@code /plugins/servlet}. */
    static final String PATH = "/throughline/picture/";

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{32})-([0-9]{1,12})-([0-9a-f]{64})\\.png");
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

    private final PictureFolder folder;
    private final Signatures signatures;
    private final ApplicationProperties product;
    private final Clock clock;

    @Inject
    public Pictures(Signatures signatures, @ComponentImport("salApplicationProperties") ApplicationProperties product) {
        this(signatures, product, Clock.systemUTC());
    }

    Pictures(Signatures signatures, ApplicationProperties product, Clock clock) {
        this.folder = new PictureFolder(product, clock);
        this.signatures = signatures;
        this.product = product;
        this.clock = clock;
    }

    /**
     * Paints a drawing for whoever the page is rendered for.
     *
     * @param life how long its address works
     * @return empty where no file can be kept; the page then has the numbers as text alone
     */
    public Optional<PictureView> of(Drawing drawing, Duration life) {
        String id = UUID.randomUUID().toString().replace("-", "");
        Instant end = clock.instant().plus(life);
        try {
            if (!folder.keep(id, end, PngWriter.write(drawing))) {
                LOG.warn("There are too many pictures for exports; a page is exported without");
                return Optional.empty();
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("A picture for an export could not be kept", e);
            return Optional.empty();
        }
        String signed = id + "-" + end.getEpochSecond();
        return Optional.of(new PictureView(
                product.getBaseUrl(UrlMode.CANONICAL) + "/plugins/servlet" + PATH + signed + "-" + signatures.of(signed)
                        + ".png",
                (int) Math.ceil(drawing.width()),
                (int) Math.ceil(drawing.height()),
                drawing.title()));
    }

    /** @param name the last part of an address, from anybody */
    Optional<byte[]> named(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches() || !signatures.isOf(parts.group(3), parts.group(1) + "-" + parts.group(2))) {
            return Optional.empty();
        }
        Instant end = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
        return end.isAfter(clock.instant()) ? folder.read(parts.group(1), end) : Optional.empty();
    }
}
