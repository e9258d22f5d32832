package dev.sluice.inbound;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** Bytes as text, without guessing: bytes that the charset does not have are refused. */
final class Decoding {
    private Decoding() {}

    static String text(byte[] bytes, Charset charset, String what) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            throw new Unreadable(
                    400, "The " + what + " is not " + charset.name() + "; name its charset in Content-Type");
        } catch (UnsupportedOperationException cannotDecode) {
            throw new Unreadable(415, "Unsupported charset");
        }
    }
}
