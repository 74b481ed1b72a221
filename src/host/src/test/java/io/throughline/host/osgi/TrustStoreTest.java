package io.throughline.host.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.host.planted.Signer;
import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustStoreTest {

    @TempDir
    private Path folder;

    @Test
    void anEmptyTrustStoreTakesNothing() throws Exception {
        Path jar = new Signer().sign(jar());

        assertThatThrownBy(() -> new TrustStore(List.of()).check(jar))
                .isInstanceOf(UntrustedJar.class)
                .hasMessageContaining("trust store is empty");
    }

    @Test
    void anyOfSeveralTrustedKeysIsEnough() throws Exception {
        Signer stranger = new Signer();
        Signer friend = new Signer();
        Path jar = friend.sign(jar());
        Path both = Files.writeString(
                folder.resolve("both.pem"),
                Files.readString(stranger.publicKey(folder)) + Files.readString(friend.publicKey(folder)));

        assertThatCode(() -> new TrustStore(List.of(both)).check(jar)).doesNotThrowAnyException();
    }

    @Test
    void aCertificateIsAsGoodAsAKeyAndRawBytesAsGoodAsBase64() throws Exception {
        Path store = folder.resolve("keys.p12");
        keytool(
                "-genkeypair",
                "-keyalg",
                "Ed25519",
                "-alias",
                "signer",
                "-dname",
                "CN=Planted",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (FileInputStream in = new FileInputStream(store.toFile())) {
            keys.load(in, "changeit".toCharArray());
        }
        Path jar = jar();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign((PrivateKey) keys.getKey("signer", "changeit".toCharArray()));
        signature.update(Files.readAllBytes(jar));
        Files.write(folder.resolve("x.jar.sig"), signature.sign());
        Path pem = Files.writeString(
                folder.resolve("signer.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("signer").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");

        assertThatCode(() -> new TrustStore(List.of(pem)).check(jar)).doesNotThrowAnyException();
    }

    @Test
    void aFileThatIsNoKeyIsNamed() throws Exception {
        Path pem = Files.writeString(folder.resolve("shopping.pem"), "milk");

        assertThatThrownBy(() -> new TrustStore(List.of(pem)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shopping.pem");
    }

    private Path jar() throws Exception {
        return Files.writeString(folder.resolve("x.jar"), "bytes");
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }
}
