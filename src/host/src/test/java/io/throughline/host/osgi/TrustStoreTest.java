package io.throughline.host.osgi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.host.planted.Signer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustStoreTest {

    @TempDir
    private Path folder;

    @Test
    void anEmptyTrustStoreTakesNothing() throws Exception {
        Path jar = new Signer().sign(jar());

        assertThatThrownBy(() -> new TrustStore(List.of(), Clock.systemUTC()).check(jar))
                .isInstanceOf(UntrustedJar.class)
                .hasMessageContaining("trust store is empty");
    }

    @Test
    void anyOfSeveralTrustedCertificatesIsEnough() throws Exception {
        Signer stranger = new Signer();
        Signer friend = new Signer();
        Path jar = friend.sign(jar());
        Path both = Files.writeString(
                folder.resolve("both.pem"),
                Files.readString(stranger.certificate(folder)) + Files.readString(friend.certificate(folder)));

        assertThatCode(check(both, jar)).doesNotThrowAnyException();
    }

    @Test
    void aPublicKeyIsNoCertificate() throws Exception {
        Path key = new Signer().publicKey(folder);

        assertThatThrownBy(() -> new TrustStore(List.of(key), Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key.getFileName().toString())
                .hasMessageContaining("X.509");
    }

    @Test
    void aSignatureIsGivenInBase64() throws Exception {
        Signer signer = new Signer();
        Path jar = jar();
        Files.write(folder.resolve("x.jar.sig"), signer.signature(jar));

        assertThatThrownBy(check(signer.certificate(folder), jar)).isInstanceOf(UntrustedJar.class);
    }

    @ParameterizedTest(name = "valid from day {0} to day {1} of today")
    @CsvSource({"-10, -1", "1, 10"})
    void aCertificateCountsOnlyWhileItIsValid(int from, int to) throws Exception {
        Instant now = Instant.parse("2026-11-23T08:00:00Z");
        Signer signer = new Signer(now.plus(Duration.ofDays(from)), now.plus(Duration.ofDays(to)));
        Path jar = signer.sign(jar());
        TrustStore store = new TrustStore(List.of(signer.certificate(folder)), Clock.fixed(now, ZoneOffset.UTC));

        assertThatThrownBy(() -> store.check(jar))
                .isInstanceOf(UntrustedJar.class)
                .hasMessageContaining("is valid from")
                .hasMessageContaining("2026-11-23");
    }

    @Test
    void aFileThatIsNoCertificateIsNamed() throws Exception {
        Path pem = Files.writeString(folder.resolve("shopping.pem"), "milk");

        assertThatThrownBy(() -> new TrustStore(List.of(pem), Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shopping.pem");
    }

    private static ThrowingCallable check(Path trusted, Path jar) {
        return () -> new TrustStore(List.of(trusted), Clock.systemUTC()).check(jar);
    }

    private Path jar() throws Exception {
        return Files.writeString(folder.resolve("x.jar"), "bytes");
    }
}
