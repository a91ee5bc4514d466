package org.gan4j.experiments.library.data.own.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Decodes one PNG or JPEG file to 8 bits a channel, red, green and blue. Values of other depths are scaled to 0…255 and
 * rounded. What is transparent is laid on white. A picture that EXIF says is turned is turned back. A picture in CMYK is refused.
 */
final class PictureReader {
    /** The most pixels of a file; a small file can claim more than memory holds. */
    static final long MOST_PIXELS = 100_000_000;

    private static final List<String> FORMATS = List.of("png", "jpeg");
    private static final int OPAQUE = 255;

    /** What is wrong with a file, in words. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    private PictureReader() {}

    static BufferedImage read(byte[] file) throws Refused {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Refused("is no PNG or JPEG file");
            }
            ImageReader reader = readers.next();
            try {
                return read(reader, in);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // The decoders answer damaged files with exceptions of many kinds.
            throw new Refused("cannot be decoded: "
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        }
    }

    private static BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException, Refused {
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!FORMATS.contains(format)) {
            throw new Refused("is a " + format.toUpperCase(Locale.ROOT) + " file, expected PNG or JPEG");
        }
        reader.setInput(in, true, false);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw new Refused("claims " + reader.getWidth(0) + " × " + reader.getHeight(0) + " pixels; at most "
                    + MOST_PIXELS / 1_000_000 + " million are read");
        }
        return format.equals("jpeg") ? jpeg(reader) : onWhite(reader.read(0));
    }

    private static BufferedImage jpeg(ImageReader reader) throws IOException, Refused {
        if (isCmyk(reader)) {
            throw new Refused("is in CMYK; save it in RGB");
        }
        BufferedImage plain = onWhite(reader.read(0));
        Orientation turned = ExifUtils.getExifOrientation(reader, 0);
        return turned == null
                ? plain
                : ExifFilterUtils.getFilterForOrientation(turned).apply(plain);
    }

    /** Java's reader offers no type for a picture of four channels, or, in later versions of Java, one of four inks. */
    private static boolean isCmyk(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        return types.hasNext()
                ? types.next().getColorModel().getColorSpace().getType() == ColorSpace.TYPE_CMYK
                : reader.getRawImageType(0) == null;
    }

    private static BufferedImage onWhite(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        boolean grey = colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        if (colours instanceof ComponentColorModel
                && (grey || colours.getColorSpace().isCS_sRGB())) {
            return ofSamples(image.getRaster(), colours, grey);
        }
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = image.getRGB(x, y);
                int alpha = argb >>> 24;
                plain.setRGB(
                        x,
                        y,
                        rgb(
                                over(argb >> 16 & 0xff, alpha, OPAQUE),
                                over(argb >> 8 & 0xff, alpha, OPAQUE),
                                over(argb & 0xff, alpha, OPAQUE)));
            }
        }
        return plain;
    }

    /** The stored samples, whose scale is that of the display; Java's own way from grey takes them for linear light. */
    private static BufferedImage ofSamples(Raster raster, ColorModel colours, boolean grey) {
        int largest = (1 << colours.getComponentSize(0)) - 1;
        boolean transparent = colours.hasAlpha();
        int bands = raster.getNumBands();
        BufferedImage plain = new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] pixel = new int[bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                raster.getPixel(x, y, pixel);
                int alpha = transparent ? pixel[bands - 1] : largest;
                int red = over(pixel[0], alpha, largest);
                plain.setRGB(
                        x,
                        y,
                        grey
                                ? rgb(red, red, red)
                                : rgb(red, over(pixel[1], alpha, largest), over(pixel[2], alpha, largest)));
            }
        }
        return plain;
    }

    /** Returns 0…255 for a sample of 0…largest, of this opacity, before white. */
    private static int over(int sample, int alpha, int largest) {
        double opacity = (double) alpha / largest;
        return (int) Math.round(255 * ((double) sample / largest * opacity + 1 - opacity));
    }

    private static int rgb(int red, int green, int blue) {
        return red << 16 | green << 8 | blue;
    }
}
