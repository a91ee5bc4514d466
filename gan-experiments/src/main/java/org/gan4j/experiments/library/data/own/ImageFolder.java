package org.gan4j.experiments.library.data.own;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.library.data.files.Cache;
import org.gan4j.experiments.library.data.own.picture.DecodedPictures;
import org.gan4j.experiments.library.data.own.picture.PictureCache;
import org.gan4j.experiments.library.data.own.picture.PictureFit;
import org.gan4j.experiments.library.data.own.picture.PictureFolder;

/**
 * The PNG and JPEG files of a folder and of its subfolders, fitted to one size ({@link PictureFit}). Where every picture lies in a
 * subfolder, and there are two or more, the subfolders are the classes, in the order of their names. The splits are made by
 * {@link HashSplit} from the path of a picture within the folder, so a picture that is added moves no other.
 */
@About("your own pictures: a folder of PNG or JPEG files, its subfolders as classes")
public record ImageFolder(
        @Param(doc = "the folder") Path folder,

        @Param(value = "[28,28]", min = 1, doc = "height and width that pictures are scaled and cropped to")
        List<Integer> size,

        @Param(value = "false", doc = "true: red, green and blue, shape [height,width,3]; false: grey, [height,width]")
        boolean colour)
        implements Dataset.Finite {
    private static final String KEY = "dataset.folder";

    public ImageFolder {
        size = List.copyOf(size);
        if (size.size() != 2) {
            throw new IllegalArgumentException("size is " + size + ", expected [height,width]");
        }
    }

    @Override
    public Shape shape() {
        return colour ? Shape.of(size.get(0), size.get(1), 3) : Shape.of(size.get(0), size.get(1));
    }

    @Override
    public int classes() {
        return pictures().classes().size();
    }

    @Override
    public Table load(Split split) {
        DecodedPictures decoded = decoded(name -> HashSplit.of(name) == split);
        HashSplit.requireSome(decoded.names().size(), decoded.all(), split, KEY);
        return new Table(shape(), decoded.pixels(), labels(decoded.names()));
    }

    private Optional<int[]> labels(List<String> names) {
        List<String> classes = pictures().classes();
        return classes.isEmpty()
                ? Optional.empty()
                : Optional.of(names.stream()
                        .mapToInt(name -> classes.indexOf(name.substring(0, name.indexOf('/'))))
                        .toArray());
    }

    private PictureFolder pictures() {
        return new PictureFolder(KEY, folder);
    }

    private DecodedPictures decoded(Predicate<String> wanted) {
        Path kept = Cache.of(System.getenv()).root().resolve("decoded");
        return new PictureCache(kept).get(pictures(), new PictureFit(size.get(0), size.get(1), colour ? 3 : 1), wanted);
    }

    @Override
    public String digest() {
        return decoded(name -> false).digest();
    }
}
