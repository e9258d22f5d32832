package dev.sluice.batch;

import dev.sluice.delivery.ZipEncryption;
import dev.sluice.delivery.testkit.ZipEncryptionContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;

class AesZipContractTest extends ZipEncryptionContract {
    @Override
    protected ZipEncryption encryption() {
        return AesZip.create(name -> name.equals("buyer") ? "secret" : null);
    }

    @Override
    protected String known() {
        return "{buyer}";
    }

    @Override
    protected String unknown() {
        return "{other}";
    }

    @Override
    protected byte[] unpacked(byte[] archive, String inner) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), "secret".toCharArray())) {
            while (!zip.getNextEntry().getFileName().equals(inner)) {
                continue;
            }
            return zip.readAllBytes();
        }
    }
}
