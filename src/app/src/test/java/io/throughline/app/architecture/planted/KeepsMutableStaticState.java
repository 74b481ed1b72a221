package io.throughline.app.architecture.planted;

public final class KeepsMutableStaticState {
    static int counter;
}
