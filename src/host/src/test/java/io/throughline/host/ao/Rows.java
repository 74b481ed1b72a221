package io.throughline.host.ao;

import java.util.Date;
import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Default;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** Entities a plugin may bring, good ones and those the platform refuses. */
final class Rows {
    private Rows() {}

    enum Colour {
        RED,
        BLUE
    }

    @Preload
    @Table("BOAT")
    interface Boat extends Entity {
        @NotNull
        @Unique
        String getName();

        void setName(String name);

        @StringLength(StringLength.UNLIMITED)
        String getStory();

        void setStory(String story);

        Long getTons();

        void setTons(Long tons);

        Double getSpeed();

        void setSpeed(Double speed);

        boolean isAfloat();

        void setAfloat(boolean afloat);

        Date getLaunchedAt();

        void setLaunchedAt(Date date);

        Colour getColour();

        void setColour(Colour colour);

        Harbour getHarbour();

        void setHarbour(Harbour harbour);
    }

    @Preload
    @Table("HARBOUR")
    interface Harbour extends RawEntity<Long> {
        @AutoIncrement
        @NotNull
        @PrimaryKey("ID")
        long getID();

        @Indexed
        String getName();

        void setName(String name);
    }

    @Table("BOAT")
    interface BoatWithFlag extends Entity {
        String getName();

        @NotNull
        @Default("none")
        String getFlag();
    }

    @Table("TWENTY_ONE_CHARACTERS")
    interface TableNameTooLong extends Entity {}

    @Table("FITS")
    interface ColumnNameTooLong extends Entity {
        String getAbcdefghijklmnopqrstuvwxyzabcde();
    }

    @Table("FITS")
    interface ColumnNameJustRight extends Entity {
        String getAbcdefghijklmnopqrstuvwxyzabcd();
    }

    interface Reserved extends Entity {
        Long getNumber();
    }

    interface WithInstant extends Entity {
        java.time.Instant getWhen();
    }

    interface WithBigDecimal extends Entity {
        java.math.BigDecimal getAmount();
    }

    interface WithFloat extends Entity {
        float getAmount();
    }

    interface WithUuid extends Entity {
        java.util.UUID getToken();
    }

    interface WithList extends Entity {
        java.util.List<String> getNames();
    }

    interface StringTooLong extends Entity {
        @StringLength(451)
        String getText1();
    }

    interface EmptyDefault extends Entity {
        @Default("")
        String getText1();
    }

    abstract static class NoInterface implements Entity {}
}
