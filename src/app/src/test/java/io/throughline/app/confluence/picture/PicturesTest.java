package io.throughline.app.confluence.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import io.throughline.app.confluence.drawing.Drawing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

/** Addresses that work without a login, for one picture and a while. */
class PicturesTest {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Drawing DRAWING = new Drawing(120, 40, "Map of PLAN-1", "", List.of());

    private final Map<String, Object> settings = new HashMap<>();

    @TempDir
    Path home;

    private Instant now = Instant.parse("2027-03-15T08:00:00Z");

    @Test
    void anAddressGivesThePictureOnAnyNodeAndAsOftenAsAnExporterAsks() throws Exception {
        PictureView view = node().of(DRAWING, LIFE).orElseThrow();

        assertThat(view.url()).startsWith("https://wiki.example/plugins/servlet/throughline/picture/");
        for (int fetch = 0; fetch < 3; fetch++) {
            byte[] png = node().named(nameIn(view)).orElseThrow();
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(240);
        }
    }

    @Test
    void anAddressIsUselessAfterItsTimeAndItsFileGoesWithTheNextPicture() throws Exception {
        Pictures node = node();
        PictureView view = node.of(DRAWING, LIFE).orElseThrow();
        now = now.plus(LIFE);

        assertThat(node.named(nameIn(view))).isEmpty();
        node.of(DRAWING, LIFE);
        try (Stream<Path> files = Files.list(home.resolve("throughline/pictures"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whatSomebodyChangedInAnAddressMakesItUseless() {
        Pictures node = node();
        String name = nameIn(node.of(DRAWING, LIFE).orElseThrow());
        String other = nameIn(node.of(DRAWING, LIFE).orElseThrow());
        long end = now.plus(LIFE).getEpochSecond();

        assertThat(node.named(name.replace("-" + end + "-", "-" + (end + 1) + "-")))
                .isEmpty();
        assertThat(node.named(other.substring(0, 32) + name.substring(32))).isEmpty();
        for (int i = 0; i < name.length(); i++) {
            char changed = name.charAt(i) == '0' ? '1' : '0';
            assertThat(node.named(name.substring(0, i) + changed + name.substring(i + 1)))
                    .as("changed at %d", i)
                    .isEmpty();
        }
        assertThat(node.named("../../" + name)).isEmpty();
        assertThat(node.named("")).isEmpty();
        assertThat(node.named(name)).isPresent();
    }

    @Test
    void anotherInstallationsSignatureIsWorthNothing() {
        String name = nameIn(node().of(DRAWING, LIFE).orElseThrow());
        settings.clear();

        assertThat(node().named(name)).isEmpty();
        assertThat(settings).as("whoever asks makes no key").isEmpty();
    }

    @Test
    void withoutAPlaceForFilesThereIsNoPicture() throws IOException {
        Files.createFile(home.resolve("throughline"));

        assertThat(node().of(DRAWING, LIFE)).isEmpty();
    }

    private Pictures node() {
        ApplicationProperties product = Mockito.mock(ApplicationProperties.class);
        Mockito.when(product.getSharedHomeDirectory()).thenReturn(Optional.of(home));
        Mockito.when(product.getBaseUrl(UrlMode.CANONICAL)).thenReturn("https://wiki.example");
        PluginSettings global = Mockito.mock(PluginSettings.class);
        Mockito.when(global.get(anyString())).thenAnswer(call -> settings.get(call.<String>getArgument(0)));
        Mockito.when(global.put(anyString(), any()))
                .thenAnswer(call -> settings.put(call.getArgument(0), call.getArgument(1)));
        PluginSettingsFactory factory = Mockito.mock(PluginSettingsFactory.class);
        Mockito.when(factory.createGlobalSettings()).thenReturn(global);
        Clock clock = Mockito.mock(Clock.class);
        Mockito.when(clock.instant()).thenAnswer(call -> now);
        Mockito.when(clock.getZone()).thenReturn(ZoneOffset.UTC);
        return new Pictures(new Signatures(factory), product, clock);
    }

    private static String nameIn(PictureView view) {
        return view.url().substring(view.url().lastIndexOf('/') + 1);
    }
}
