package io.throughline.host.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** A key pair of its own that signs JARs as the build does. */
public final class Signer {

    private final KeyPair pair;

    public Signer() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes the signature beside the JAR. */
    public Path sign(Path jar) throws IOException {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(Files.readAllBytes(jar));
            Files.writeString(
                    jar.resolveSibling(jar.getFileName() + ".sig"),
                    Base64.getEncoder().encodeToString(signature.sign()) + "\n");
            return jar;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public key for a trust store. */
    public Path publicKey(Path folder) throws IOException {
        Path pem = Files.createTempFile(folder, "signer", ".pem");
        String body = Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded());
        return Files.writeString(pem, "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
    }
}
