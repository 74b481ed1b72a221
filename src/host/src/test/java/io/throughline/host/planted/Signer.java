package io.throughline.host.planted;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key pair with a certificate of its own that signs JARs as the build does. */
public final class Signer {
    private static final X500Principal NAME = new X500Principal("CN=Planted");

    private final KeyPair pair;
    private final X509Certificate certificate;

    public Signer() {
        this(Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(1)));
    }

    /** One whose certificate is valid for some time. */
    public Signer(Instant from, Instant to) {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            certificate = new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    NAME, BigInteger.ONE, Date.from(from), Date.from(to), NAME, pair.getPublic())
                            .build(new JcaContentSignerBuilder("Ed25519").build(pair.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes the signature beside the JAR. */
    public Path sign(Path jar) throws IOException {
        Files.writeString(
                jar.resolveSibling(jar.getFileName() + ".sig"),
                Base64.getEncoder().encodeToString(signature(jar)) + "\n");
        return jar;
    }

    /** The 64 bytes themselves. */
    public byte[] signature(Path jar) throws IOException {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(Files.readAllBytes(jar));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The certificate for a trust store. */
    public Path certificate(Path folder) throws IOException {
        try {
            return pem(folder, "CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public key alone, which no trust store takes. */
    public Path publicKey(Path folder) throws IOException {
        return pem(folder, "PUBLIC KEY", pair.getPublic().getEncoded());
    }

    private static Path pem(Path folder, String kind, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(content);
        return Files.writeString(
                Files.createTempFile(folder, "signer", ".pem"),
                "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }
}
