import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * Signs the app's JAR with a detached Ed25519 signature and writes the certificate for a trust store beside it.
 *
 * <p>{@code java Sign.java <jar> [<private key PEM> <certificate PEM>]}. Without a key a throw-away one is made for this one
 * build, with a certificate of ten years: enough for the embedded host, and no secret ever lies in the repository. An
 * administrator signs with a key of their own, see the README. Writes {@code <jar>.sig} (Base64 of the 64 raw bytes, as
 * UPM 8 takes it) and {@code throughline-signer.pem}: platform facts, 1.11.
 */
public final class Sign {

    private static final String PASSWORD = "only for this run";

    private record Identity(PrivateKey key, X509Certificate certificate) {}

    public static void main(String[] args) throws IOException, GeneralSecurityException, InterruptedException {
        if (args.length != 1 && args.length != 3) {
            System.err.println("usage: java Sign.java <jar> [<private key PEM> <certificate PEM>]");
            System.exit(2);
        }
        Path jar = Path.of(args[0]);
        Identity signer = args.length == 3 ? given(Path.of(args[1]), Path.of(args[2])) : madeForThisBuild();
        byte[] bytes = Files.readAllBytes(jar);
        byte[] signed = sign(signer.key, bytes);
        signer.certificate.checkValidity();
        if (!fits(signer.certificate, bytes, signed)) {
            System.err.println(args[2] + " is not the certificate of " + args[1]);
            System.exit(1);
        }
        Files.writeString(
                jar.resolveSibling(jar.getFileName() + ".sig"), Base64.getEncoder().encodeToString(signed) + "\n");
        Files.writeString(jar.resolveSibling("throughline-signer.pem"), pem(signer.certificate));
    }

    private static byte[] sign(PrivateKey key, byte[] bytes) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(bytes);
        return signature.sign();
    }

    private static boolean fits(X509Certificate certificate, byte[] bytes, byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(certificate.getPublicKey());
        signature.update(bytes);
        return signature.verify(signed);
    }

    private static Identity given(Path key, Path certificate) throws IOException, GeneralSecurityException {
        String text = Files.readString(key);
        byte[] body = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", "").trim());
        PrivateKey privateKey = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(body));
        byte[] pem = Files.readAllBytes(certificate);
        return new Identity(privateKey, (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
    }

    /** By the JDK's own tool, since the JDK has no published class that makes a certificate. */
    private static Identity madeForThisBuild() throws IOException, GeneralSecurityException, InterruptedException {
        Path folder = Files.createTempDirectory("signer");
        Path file = folder.resolve("signer.p12");
        try {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                            "-genkeypair", "-keyalg", "Ed25519", "-alias", "signer", "-startdate", "-1d",
                            "-validity", "3650",
                            "-dname", "CN=Throughline of one build", "-storetype", "PKCS12",
                            "-keystore", file.toString(), "-storepass", PASSWORD)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool failed: " + said);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD.toCharArray());
            }
            return new Identity(
                    (PrivateKey) store.getKey("signer", PASSWORD.toCharArray()),
                    (X509Certificate) store.getCertificate("signer"));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }
}
