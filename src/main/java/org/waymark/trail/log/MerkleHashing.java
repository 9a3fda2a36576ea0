package org.waymark.trail.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How a Merkle tree hashes: RFC 6962 section 2.1, the same in RFC 9162 section 2.1.1. A leaf and a node begin with
 * different bytes, so that no leaf can be passed off as a node.
 */
public final class MerkleHashing {

    /** The root of the tree of no leaves: the hash of no bytes. */
    public static final Hash EMPTY = new Hash(sha256().digest());

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private MerkleHashing() {}

    /** The hash of a leaf: SHA-256(0x00 || content). */
    public static Hash leaf(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return new Hash(digest.digest(content));
    }

    /** The hash of a node: SHA-256(0x01 || left || right). */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes());
        return new Hash(digest.digest(right.bytes()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
