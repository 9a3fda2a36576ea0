package org.waymark.trail.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ed25519 by the test vectors of RFC 8032 section 7.1, from the raw bytes that C2SP writes. */
class Ed25519Test {

    private static final HexFormat HEX = HexFormat.of();

    /** The order of the group: RFC 8032 section 5.1. */
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void theVectorsOfTheRfc(String seed, String publicKey, String message, String signature) {
        KeyPair pair = Ed25519.pair(HEX.parseHex(seed));
        byte[] text = HEX.parseHex(message);
        byte[] signed = HEX.parseHex(signature);

        assertThat(HEX.formatHex(Ed25519.raw(pair.getPublic()))).isEqualTo(publicKey);
        assertThat(HEX.formatHex(Ed25519.sign(pair, text))).isEqualTo(signature);
        assertThat(Ed25519.verify(Ed25519.publicKey(HEX.parseHex(publicKey)), text, signed))
                .isTrue();
        signed[5] ^= 1;
        assertThat(Ed25519.verify(pair.getPublic(), text, signed)).isFalse();
    }

    @Test
    void aSignatureOfAnotherLengthIsNone() {
        KeyPair pair = Ed25519.pair(new byte[Ed25519.KEY_BYTES]);
        byte[] signed = Ed25519.sign(pair, new byte[3]);

        assertThat(Ed25519.verify(pair.getPublic(), new byte[3], new byte[0])).isFalse();
        assertThat(Ed25519.verify(pair.getPublic(), new byte[3], Arrays.copyOf(signed, 63)))
                .isFalse();
        assertThat(Ed25519.verify(pair.getPublic(), new byte[3], Arrays.copyOf(signed, 65)))
                .isFalse();
    }

    @Test
    void aSignatureHasNoSecondForm() {
        KeyPair pair = Ed25519.pair(new byte[Ed25519.KEY_BYTES]);
        byte[] signed = Ed25519.sign(pair, new byte[3]);
        byte[] scalar = Arrays.copyOfRange(signed, 32, 64);
        byte[] larger = reversed(new BigInteger(1, reversed(scalar)).add(ORDER).toByteArray());
        System.arraycopy(Arrays.copyOf(larger, 32), 0, signed, 32, 32);

        assertThat(Ed25519.verify(pair.getPublic(), new byte[3], signed)).isFalse();
    }

    @Test
    void bytesThatAreNoPointAreNoKey() {
        byte[] none = new byte[Ed25519.KEY_BYTES];
        none[0] = 2;

        assertThatThrownBy(() -> Ed25519.publicKey(none))
                .isInstanceOf(MalformedText.class)
                .hasMessageContaining("no point of the curve");
        assertThatThrownBy(() -> Ed25519.publicKey(new byte[31])).isInstanceOf(MalformedText.class);
        assertThatThrownBy(() -> Ed25519.pair(new byte[33])).isInstanceOf(MalformedText.class);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
