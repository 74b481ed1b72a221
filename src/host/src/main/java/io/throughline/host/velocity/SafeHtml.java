package io.throughline.host.velocity;

/**
 * A value that came out of a method marked safe, on its way through a template. It is unpacked wherever it is called upon or handed
 * to a method, and only where it is printed does the mark matter.
 */
record SafeHtml(Object value) {

    static Object unpack(Object maybe) {
        return maybe instanceof SafeHtml safe ? safe.value : maybe;
    }

    static Object[] unpackAll(Object[] arguments) {
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = unpack(arguments[i]);
        }
        return plain;
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
