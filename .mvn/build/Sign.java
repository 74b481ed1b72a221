import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * Signs the app's JAR with a detached Ed25519 signature and writes the public key as PEM for a trust store.
 *
 * <p>{@code java Sign.java <jar> [<private key PEM> <public key PEM>]}. Without a key a throw-away pair is made for
 * this one build: enough for the embedded host, and no secret ever lies in the repository. An administrator signs
 * with a key of their own, see the README. Writes {@code <jar>.sig} (Base64 of the 64 raw bytes) and
 * {@code throughline-signer.pem} beside it. That UPM 8 wants Ed25519 and PEM is documented; the signature file's name
 * and encoding are not: platform facts, 1.11 and "unconfirmed".
 */
public final class Sign {

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        Path jar = Path.of(args[0]);
        PrivateKey privateKey;
        PublicKey publicKey;
        if (args.length == 3) {
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            privateKey = factory.generatePrivate(new PKCS8EncodedKeySpec(pemBytes(Path.of(args[1]))));
            publicKey = factory.generatePublic(new X509EncodedKeySpec(pemBytes(Path.of(args[2]))));
        } else {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            privateKey = pair.getPrivate();
            publicKey = pair.getPublic();
        }
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(privateKey);
        signature.update(Files.readAllBytes(jar));
        String encoded = Base64.getEncoder().encodeToString(signature.sign());
        Files.writeString(jar.resolveSibling(jar.getFileName() + ".sig"), encoded + "\n");
        Files.writeString(jar.resolveSibling("throughline-signer.pem"), pem(publicKey));
    }

    private static byte[] pemBytes(Path file) throws IOException {
        String text = Files.readString(file);
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", "").trim());
    }

    private static String pem(PublicKey key) {
        byte[] body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encode(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + new String(body, StandardCharsets.US_ASCII) + "\n-----END PUBLIC KEY-----\n";
    }
}
