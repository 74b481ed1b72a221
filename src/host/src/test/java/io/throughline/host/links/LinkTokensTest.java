package io.throughline.host.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokensTest {

    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final byte[] SECRET = "a secret of sufficient length".getBytes(StandardCharsets.UTF_8);

    private final LinkTokens tokens = at(NOW);

    @ParameterizedTest
    @ValueSource(strings = {"exec", "jürgen.ö", "a.b@c d", "名前"})
    void aTokenNamesItsUser(String user) {
        assertThat(tokens.verify(tokens.sign(user))).contains(user);
    }

    @Test
    void aTokenSignedWithAnotherSecretIsRefused() {
        LinkTokens stranger =
                new LinkTokens("another secret, long enough".getBytes(StandardCharsets.UTF_8), clock(NOW));

        assertThat(tokens.verify(stranger.sign("admin"))).isEmpty();
    }

    @Test
    void aTokenWhoseUserWasExchangedIsRefused() {
        String token = tokens.sign("dev");
        String admin = Base64.getUrlEncoder().withoutPadding().encodeToString("admin".getBytes(StandardCharsets.UTF_8));

        String forged = admin + token.substring(token.indexOf('.'));

        assertThat(tokens.verify(forged)).isEmpty();
    }

    @Test
    void aTokenWhoseInstantWasExchangedIsRefused() {
        String old = tokens.sign("dev", NOW.minusSeconds(3600));

        String forged =
                old.replace("." + NOW.minusSeconds(3600).getEpochSecond() + ".", "." + NOW.getEpochSecond() + ".");

        assertThat(forged).isNotEqualTo(old);
        assertThat(tokens.verify(forged)).isEmpty();
    }

    @Test
    void aTokenExpiresAndOneFromTheFutureIsRefused() {
        long life = LinkTokens.LIFETIME.toSeconds();

        assertThat(at(NOW.plusSeconds(life)).verify(tokens.sign("dev"))).contains("dev");
        assertThat(at(NOW.plusSeconds(life + 1)).verify(tokens.sign("dev"))).isEmpty();
        assertThat(at(NOW.minusSeconds(life + 1)).verify(tokens.sign("dev"))).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "abc",
                "abc.def.ghi",
                "abc.1.",
                "%%%.1.abc",
                "ZGV2.99999999999999999999.ZGV2"
            })
    void nonsenseIsRefusedQuietly(String nonsense) {
        assertThat(tokens.verify(nonsense)).isEmpty();
    }

    @Test
    void aShortSecretIsACallersMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LinkTokens(new byte[15], clock(NOW)));
    }

    @Test
    void aFolderKeepsItsSecretAndTwoFoldersHaveTwo(@TempDir Path one, @TempDir Path two) throws Exception {
        String token = LinkSecret.tokens(one, clock(NOW)).sign("pmo");

        assertThat(LinkSecret.tokens(one, clock(NOW)).verify(token)).contains("pmo");
        assertThat(LinkSecret.tokens(two, clock(NOW)).verify(token)).isEmpty();
        try (var files = Files.list(one)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void newFoldersTakeOverACommonSecretAndOldOnesKeepTheirs(
            @TempDir Path home, @TempDir Path one, @TempDir Path two, @TempDir Path old) throws Exception {
        String before = LinkSecret.tokens(old, clock(NOW)).sign("pmo");
        for (Path folder : List.of(one, two, old)) {
            LinkSecret.adopt(home, folder);
        }

        String token = LinkSecret.tokens(one, clock(NOW)).sign("pmo");
        assertThat(LinkSecret.tokens(two, clock(NOW)).verify(token)).contains("pmo");
        assertThat(LinkSecret.tokens(old, clock(NOW)).verify(token)).isEmpty();
        assertThat(LinkSecret.tokens(old, clock(NOW)).verify(before)).contains("pmo");
    }

    @Test
    void whereNothingCanBeInCommonAFolderHasItsOwnSecret(@TempDir Path home, @TempDir Path folder) throws Exception {
        Path noFolder = Files.writeString(home.resolve("file"), "not a folder");

        LinkSecret.adopt(noFolder, folder);

        assertThat(LinkSecret.tokens(folder, clock(NOW))
                        .verify(LinkSecret.tokens(folder, clock(NOW)).sign("dev")))
                .contains("dev");
    }

    private static LinkTokens at(Instant instant) {
        return new LinkTokens(SECRET, clock(instant));
    }

    private static Clock clock(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
