"""Gradio's own parts in the page's colours and the system's Chinese fonts; nothing is fetched."""

from __future__ import annotations

from gradio.themes import Base, Color, Font, sizes

FONTS = (
    "system-ui",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "sans-serif",
)
_INK = Color(
    c50="#eef2f7", c100="#d9e2ec", c200="#b7c7d9", c300="#8da5c0", c400="#5f7fa3",
    c500="#3d6188", c600="#2b4d74", c700="#1f3a5f", c800="#172c49", c900="#112138", c950="#0b1626",
    name="ink",
)  # fmt: skip
_PAPER = Color(
    c50="#faf8f4", c100="#f3f0e9", c200="#e6e1d6", c300="#d2cbbc", c400="#a39b8b",
    c500="#787162", c600="#5c5649", c700="#454137", c800="#2d2b26", c900="#1e1d1a", c950="#151412",
    name="paper",
)  # fmt: skip


def theme() -> Base:
    """Deep blue ink on warm grey paper, sizes a step larger than Gradio's."""
    fonts = [Font(name) for name in FONTS]
    return Base(
        primary_hue=_INK,
        secondary_hue=_INK,
        neutral_hue=_PAPER,
        text_size=sizes.text_lg,
        radius_size=sizes.radius_md,
        font=fonts,
        font_mono=fonts,
    ).set(
        body_background_fill="#f6f3ec",
        body_background_fill_dark="#14181f",
        body_text_color="#1d2430",
        body_text_color_dark="#e6e4de",
        body_text_color_subdued="#5c5649",
        body_text_color_subdued_dark="#aeb4be",
        block_background_fill="transparent",
        block_background_fill_dark="transparent",
        block_border_width="0px",
        block_shadow="none",
        block_label_text_color="#4b5361",
        block_title_text_color="#3a4250",
        block_title_text_color_dark="#c9ccd2",
        input_background_fill="#ffffff",
        input_background_fill_dark="#1b212b",
        input_border_width="1px",
        input_border_color="#b3ab9b",
        input_border_color_dark="#4a5362",
        input_border_color_focus="#1f3a5f",
        input_placeholder_color="#6b6558",
        input_placeholder_color_dark="#9aa1ad",
        button_primary_background_fill="#1f3a5f",
        button_primary_background_fill_hover="#2b4d74",
        button_primary_background_fill_dark="#9fc0e6",
        button_primary_background_fill_hover_dark="#bcd5f0",
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#101a28",
        button_secondary_background_fill="#ffffff",
        button_secondary_background_fill_dark="#1b212b",
        button_secondary_border_color="#b3ab9b",
        button_secondary_border_color_dark="#4a5362",
        button_secondary_text_color="#1f3a5f",
        button_secondary_text_color_dark="#cfe0f3",
    )
