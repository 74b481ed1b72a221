package io.throughline.app.confluence.picture;

import com.atlassian.sal.api.ApplicationProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of pictures, in the home that all nodes share, since the node that is asked for a picture need not be the one
 * that made it. A file's name says when it ends; whoever keeps a new one takes away what has ended.
 */
final class PictureFolder {
    /** Two hundred exports and mails of a large scorecard, a hundred small pictures each; what is beyond is mischief. */
    private static final int MOST = 20_000;

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);
    private static final Pattern FILE = Pattern.compile("[0-9a-f]{32}-([0-9]{1,12})\\.png");
    private static final Logger LOG = LoggerFactory.getLogger(PictureFolder.class);

    private final ApplicationProperties product;
    private final Clock clock;
    private Instant swept = Instant.MIN;
    private int files;

    PictureFolder(ApplicationProperties product, Clock clock) {
        this.product = product;
        this.clock = clock;
    }

    /** @return false when there are too many */
    synchronized boolean keep(String id, Instant end, byte[] png) throws IOException {
        Path folder = Files.createDirectories(folder());
        if (!swept.plus(BETWEEN_SWEEPS).isAfter(clock.instant())) {
            files = sweep(folder);
            swept = clock.instant();
        }
        if (files >= MOST) {
            return false;
        }
        Path part = Files.createTempFile(folder, "picture", ".part");
        Files.write(part, png);
        Files.move(part, folder.resolve(name(id, end)), StandardCopyOption.ATOMIC_MOVE);
        files++;
        return true;
    }

    /** @param id hexadecimal digits */
    Optional<byte[]> read(String id, Instant end) {
        try {
            return Optional.of(Files.readAllBytes(folder().resolve(name(id, end))));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("A picture for an export could not be read", e);
            return Optional.empty();
        }
    }

    /** @return how many are left */
    private int sweep(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.list(folder)) {
            all = found.toList();
        }
        int left = 0;
        for (Path each : all) {
            if (isOver(each)) {
                Files.deleteIfExists(each);
            } else {
                left++;
            }
        }
        return left;
    }

    /** Parts of files are over too once nobody can be writing them any more. */
    private boolean isOver(Path file) throws IOException {
        Matcher name = FILE.matcher(file.getFileName().toString());
        if (name.matches()) {
            return !Instant.ofEpochSecond(Long.parseLong(name.group(1))).isAfter(clock.instant());
        }
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .plus(Duration.ofHours(1))
                    .isBefore(clock.instant());
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static String name(String id, Instant end) {
        return id + "-" + end.getEpochSecond() + ".png";
    }

    private Path folder() throws IOException {
        return product.getSharedHomeDirectory()
                .or(product::getLocalHomeDirectory)
                .orElseThrow(() -> new IOException("this product has no home"))
                .resolve("throughline")
                .resolve("pictures");
    }
}
